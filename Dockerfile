# The image: Java's runtime, Tocsin, libc and CA certificates, and nothing else. No shell, no root, nothing to write but /tmp.
# docker build -t tocsin .    The same tree is made and checked without a container engine by image/assemble and image/check.
FROM eclipse-temurin:25-jdk AS jdk

FROM debian:12 AS build
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates maven openjdk-17-jdk-headless binutils
COPY --from=jdk /opt/java/openjdk /opt/jdk
COPY . /work
WORKDIR /work
RUN mvn -q -B -ntp -DskipTests package -pl runner -am
# The archive is trained in a chroot, for which a build step needs --allow security.insecure; without, the image starts slower.
RUN JAVA_HOME=/opt/jdk image/assemble /tree

FROM scratch
COPY --from=build /tree /
USER 65532:65532
WORKDIR /tmp
ENTRYPOINT ["/runtime/bin/java", "@/app/java.options", "-jar", "/app/tocsin-runner.jar"]
CMD ["--help"]
