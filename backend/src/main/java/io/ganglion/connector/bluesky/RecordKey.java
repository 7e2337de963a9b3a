package io.ganglion.connector.bluesky;

import io.ganglion.kernel.EffectId;

/**
 * The key of an effect's record: a TID, 53 bits of microseconds and 10 of a clock's number, written
 * in 13 sortable base-32 digits. It follows from the effect's identifier, which is of version 7:
 * its time, its counter and seven of its random bits.
 */
final class RecordKey {
  private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 13;

  private RecordKey() {}

  static String of(EffectId effect) {
    var high = effect.uuid().getMostSignificantBits();
    var counter = high & 0xFFF;
    var micros = (high >>> 16) * 1_000 + counter * 1_000 / 4_096;
    // up to five effects of a process share a microsecond: the counter's end tells them apart
    var clock = ((counter & 7) << 7) | (effect.uuid().getLeastSignificantBits() & 0x7F);
    var value = (micros << 10) | clock;
    var key = new char[LENGTH];
    for (int i = LENGTH - 1; i >= 0; i--) {
      key[i] = DIGITS.charAt((int) (value & 31));
      value >>>= 5;
    }
    return new String(key);
  }
}
