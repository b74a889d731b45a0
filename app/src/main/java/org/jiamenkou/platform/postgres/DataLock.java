package org.jiamenkou.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jiamenkou.platform.CannotStartException;

/**
 * Holds a data folder for one running node. The operating system drops the lock with the process, so nothing needs
 * tidying after kill -9.
 *
 * <p>The file {@code state} says who holds it: process id, {@code starting} or {@code ready}, and the address. The
 * launcher reads it to know when to train the AOT cache and whether a dead process was the holder.
 */
public final class DataLock implements AutoCloseable {
    /**
     * Closing any channel on a file drops all of the process's locks on it, so a second try in the same process must
     * be told apart before the file is opened.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final DataFolder folder;
    private final FileChannel channel;

    private DataLock(DataFolder folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the folder, making it when it is missing.
     *
     * @throws CannotStartException naming the address of the node that holds it
     */
    public static DataLock take(Path dir) {
        DataFolder folder = DataFolder.open(dir);
        if (!HELD_HERE.add(folder.lock())) {
            throw alreadyRunning(folder);
        }
        try {
            FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                HELD_HERE.remove(folder.lock());
                throw alreadyRunning(folder);
            }
            Files.deleteIfExists(folder.state());
            return new DataLock(folder, channel);
        } catch (IOException e) {
            HELD_HERE.remove(folder.lock());
            throw CannotStartException.notPossibleHere("start.data.unwritable", dir.toString());
        }
    }

    private static CannotStartException alreadyRunning(DataFolder folder) {
        String address = "";
        try {
            String[] words = Files.readString(folder.state()).strip().split(" ", 3);
            address = words.length == 3 ? words[2] : "";
        } catch (IOException stillStarting) {
            // the other node has the lock but has not said yet where it will listen
        }
        return address.isEmpty()
                ? CannotStartException.notPossibleHere(
                        "start.data.held", folder.root().toString())
                : CannotStartException.notPossibleHere("start.data.running", address);
    }

    public void starting(String address) {
        say("starting", address);
    }

    public void ready(String address) {
        say("ready", address);
    }

    private void say(String word, String address) {
        DataFolder.write(
                folder.state(), ProcessHandle.current().pid() + " " + word + " " + address + "\n", "rw-r--r--");
    }

    DataFolder folder() {
        return folder;
    }

    /** Gives the folder back. Its state goes first: without it nobody takes this process for one that died. */
    @Override
    public void close() {
        try {
            if (channel.isOpen()) {
                Files.deleteIfExists(folder.state());
                channel.close();
                HELD_HERE.remove(folder.lock());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
