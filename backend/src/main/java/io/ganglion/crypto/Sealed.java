package io.ganglion.crypto;

import java.nio.ByteBuffer;

/**
 * A secret nobody can read without the keys.
 *
 * @param generation which of the tenant's data keys opens it, from 1
 * @param bytes ciphertext with its nonce and tag
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Sealed(int generation, byte[] bytes) {

  /** Both in one, for where a single column keeps them. */
  public byte[] packed() {
    return ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(generation).put(bytes).array();
  }

  /**
   * Reads what {@link #packed} wrote.
   *
   * @throws java.nio.BufferUnderflowException if it is shorter than that can be
   */
  public static Sealed unpack(byte[] packed) {
    var buffer = ByteBuffer.wrap(packed);
    int generation = buffer.getInt();
    var bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return new Sealed(generation, bytes);
  }
}
