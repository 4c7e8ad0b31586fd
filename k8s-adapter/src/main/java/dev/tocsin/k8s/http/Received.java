package dev.tocsin.k8s.http;

import java.util.List;
import java.util.Map;

/**
 * An answer, whole.
 *
 * @param headers by name, whatever the case
 * @param reusable whether the connection may be asked again
 */
record Received(int status, Map<String, List<String>> headers, byte[] body, boolean reusable) {}
