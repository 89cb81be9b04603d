package org.trabecula.dicom.net;

import java.net.InetSocketAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * An application entity that is called.
 *
 * @param called its title
 * @param calling ours
 * @param tls with which keys; empty talks in the clear
 */
public record Remote(InetSocketAddress address, String called, String calling, Optional<SSLContext> tls) {}
