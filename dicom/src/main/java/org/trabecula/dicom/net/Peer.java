package org.trabecula.dicom.net;

import java.net.InetAddress;

/**
 * Who opened an association, by its own account: application entity titles are names, not proofs.
 *
 * @param calling the title that it gave itself
 * @param called the title that it asked for
 * @param address from where it came
 */
public record Peer(String calling, String called, InetAddress address) {}
