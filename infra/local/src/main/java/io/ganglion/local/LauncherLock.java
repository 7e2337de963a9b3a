package io.ganglion.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One launcher at a time per clone. The kernel lets go of the lock when its holder dies, however it
 * dies.
 */
final class LauncherLock implements AutoCloseable {
  private final FileChannel channel;

  private LauncherLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock for this process, or says at once that another has it. */
  static Optional<LauncherLock> tryTake(StackDir dir) {
    Path home = Trees.makePrivate(dir.launcher());
    try {
      var channel =
          FileChannel.open(
              home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      new ChildRecord(ProcessRef.self(), 0, "").write(home);
      return Optional.of(new LauncherLock(channel));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The launcher that holds the lock, if it has said who it is. */
  static Optional<ProcessRef> holder(StackDir dir) {
    return ChildRecord.running(dir.launcher()).map(ChildRecord::process);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
