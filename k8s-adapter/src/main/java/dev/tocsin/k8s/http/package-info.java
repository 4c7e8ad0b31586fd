/**
 * A transport for fabric8's client that starts fast: HTTP/1.1 over sockets, requests whole and
 * answers whole. What it does not do (proxies, web sockets, a server of another name) is left to
 * the JDK's.
 */
@NullMarked
package dev.tocsin.k8s.http;

import org.jspecify.annotations.NullMarked;
