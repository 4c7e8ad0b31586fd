package dev.tocsin.runner.manifest;

import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.KeyToPathBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.VolumeProjectionBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The volumes of a pod and where they are mounted: one for each directory, from both sources. */
record Mounts(Names names, Layout layout) {

  private static final String TEMPORARY = "tmp";

  List<Volume> volumes() {
    List<Volume> volumes = new ArrayList<>();
    for (Path directory : layout.directories()) {
      volumes.add(new VolumeBuilder()
          .withName(name(directory))
          .withNewProjected()
          .withSources(sources(directory))
          .endProjected()
          .build());
    }
    volumes.add(
        new VolumeBuilder().withName(TEMPORARY).withNewEmptyDir().endEmptyDir().build());
    return volumes;
  }

  List<VolumeMount> mounts() {
    List<VolumeMount> mounts = new ArrayList<>();
    for (Path directory : layout.directories()) {
      mounts.add(new VolumeMountBuilder()
          .withName(name(directory))
          .withMountPath(directory.toString())
          .withReadOnly(true)
          .build());
    }
    mounts.add(new VolumeMountBuilder()
        .withName(TEMPORARY)
        .withMountPath("/" + TEMPORARY)
        .build());
    return mounts;
  }

  private String name(Path directory) {
    return directory.equals(Layout.DIRECTORY)
        ? "configuration"
        : "files-" + (layout.directories().headSet(directory).size() + 1);
  }

  private List<VolumeProjection> sources(Path directory) {
    List<VolumeProjection> sources = new ArrayList<>();
    List<KeyToPath> open = items(layout.open(), directory);
    if (!open.isEmpty()) {
      sources.add(new VolumeProjectionBuilder()
          .withNewConfigMap()
          .withName(names.config())
          .withItems(open)
          .endConfigMap()
          .build());
    }
    List<KeyToPath> secret = items(layout.secret(), directory);
    if (!secret.isEmpty()) {
      sources.add(new VolumeProjectionBuilder()
          .withNewSecret()
          .withName(names.secret())
          .withItems(secret)
          .endSecret()
          .build());
    }
    return sources;
  }

  private static List<KeyToPath> items(List<PodFile> items, Path directory) {
    return items.stream()
        .filter(item -> item.path().startsWith(directory))
        .map(item -> new KeyToPathBuilder()
            .withKey(item.key())
            .withPath(directory.relativize(item.path()).toString())
            .build())
        .toList();
  }
}
