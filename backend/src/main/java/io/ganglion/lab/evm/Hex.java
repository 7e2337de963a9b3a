package io.ganglion.lab.evm;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** Quantities, data and addresses as JSON-RPC writes them. */
final class Hex {
  private static final Pattern QUANTITY = Pattern.compile("0x[0-9a-fA-F]{1,64}");
  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
  private static final Pattern DATA = Pattern.compile("0x([0-9a-fA-F]{2})*");

  private Hex() {}

  static String write(BigInteger number) {
    return "0x" + number.toString(16);
  }

  static String write(long number) {
    return "0x" + Long.toHexString(number);
  }

  static BigInteger read(String text) throws Rpc.Declined {
    check(QUANTITY, text, "hex number");
    return new BigInteger(text.substring(2), 16);
  }

  /** In lower case. */
  static String address(String text) throws Rpc.Declined {
    check(ADDRESS, text, "address");
    return text.toLowerCase(Locale.ROOT);
  }

  static String data(String text) throws Rpc.Declined {
    check(DATA, text, "hex string");
    return text.toLowerCase(Locale.ROOT);
  }

  private static void check(Pattern shape, String text, String what) throws Rpc.Declined {
    if (!shape.matcher(text).matches()) {
      throw new Rpc.Declined(Rpc.INVALID_PARAMETERS, "invalid argument: not a " + what);
    }
  }
}
