package org.trabecula.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Where Spark works, in its own words: {@code local[2]} is threads of this process, {@code spark://host:7077} a master with its workers. */
record Place(String master) {
    private static final String HOST = "[A-Za-z0-9._-]+:[0-9]{1,5}";
    private static final Pattern LOCAL = Pattern.compile("local(\\[(\\*|[1-9][0-9]{0,2})])?");
    private static final Pattern STANDALONE = Pattern.compile("spark://" + HOST + "(," + HOST + ")*");
    private static final int PATIENCE_MS = 5000;

    Place {
        if (!LOCAL.matcher(master).matches() && !STANDALONE.matcher(master).matches()) {
            throw new Refused(
                    "A Spark master is local, local[2], local[*] or spark://host:port, but not " + master + ".");
        }
    }

    boolean here() {
        return LOCAL.matcher(master).matches();
    }

    /** Asks whether anybody listens, since Spark itself would try for a minute and then say something else. */
    void call() {
        if (!here() && addresses().stream().noneMatch(Place::listens)) {
            throw new Refused("No Spark master answers at " + master + ".");
        }
    }

    private List<InetSocketAddress> addresses() {
        return Arrays.stream(master.substring("spark://".length()).split(",", -1))
                .map(one -> one.split(":", 2))
                .map(parts -> new InetSocketAddress(parts[0], Integer.parseInt(parts[1])))
                .toList();
    }

    private static boolean listens(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, PATIENCE_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
