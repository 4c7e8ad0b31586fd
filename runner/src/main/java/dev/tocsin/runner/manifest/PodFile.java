package dev.tocsin.runner.manifest;

import java.nio.file.Path;

/**
 * A file in the pod.
 *
 * @param key under which its source has it
 * @param path where it is to be
 */
record PodFile(String key, Path path) {}
