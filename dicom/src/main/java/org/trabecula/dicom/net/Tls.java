package org.trabecula.dicom.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Connections by BCP 195 (RFC 9325), as PS3.15 annex B.9 and its successors ask: TLS 1.2 and 1.3, forward secrecy, authenticated ciphers. */
final class Tls {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private Tls() {}

    static SSLServerSocket listener(SSLContext context, boolean certificates) throws IOException {
        SSLServerSocket listener =
                (SSLServerSocket) context.getServerSocketFactory().createServerSocket();
        SSLParameters parameters = careful(listener.getSSLParameters());
        parameters.setNeedClientAuth(certificates);
        listener.setSSLParameters(parameters);
        return listener;
    }

    static Socket connected(SSLContext context, InetSocketAddress to, Duration patience) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket();
        socket.setSSLParameters(careful(socket.getSSLParameters()));
        socket.connect(to, (int) patience.toMillis());
        socket.setSoTimeout((int) patience.toMillis());
        socket.startHandshake();
        return socket;
    }

    private static SSLParameters careful(SSLParameters parameters) {
        parameters.setProtocols(VERSIONS);
        parameters.setCipherSuites(Arrays.stream(parameters.getCipherSuites())
                .filter(Tls::isCareful)
                .toArray(String[]::new));
        return parameters;
    }

    private static boolean isCareful(String suite) {
        boolean authenticated = suite.contains("_GCM_") || suite.contains("_CHACHA20_");
        boolean forward =
                suite.startsWith("TLS_ECDHE_") || suite.startsWith("TLS_AES_") || suite.startsWith("TLS_CHACHA20_");
        return authenticated && forward;
    }
}
