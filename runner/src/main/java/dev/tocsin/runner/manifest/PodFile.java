package dev.tocsin.runner.manifest;

import dev.tocsin.runner.config.Elsewhere.Referred;
import java.nio.file.Path;

/**
 * A file in the pod.
 *
 * @param key under which its source has it
 * @param written as the configuration names it
 * @param path where it is to be
 */
record PodFile(String key, String written, Path path) {

  static PodFile of(Referred file, String key) {
    return new PodFile(key, file.written(), file.there());
  }
}
