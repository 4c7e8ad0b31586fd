package dev.tocsin.k8s.look;

import java.util.regex.Pattern;

/** Takes out of what is mailed and remembered what may hold a secret: paths and queries. */
final class Urls {

  private static final Pattern URL =
      Pattern.compile("(https?://)(?:[^/@\\s\"]*@)?([^/?\\s\"]+)[/?][^\\s\"]*");

  private Urls() {}

  static String shortened(String text) {
    return URL.matcher(text).replaceAll("$1$2/…");
  }
}
