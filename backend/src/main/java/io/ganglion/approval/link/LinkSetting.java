package io.ganglion.approval.link;

/**
 * By which notifications a tenant lets links go out, and opens those that went.
 *
 * @param version raised by each change
 */
public record LinkSetting(boolean mail, boolean slack, long version) {
  boolean allows(LinkChannel channel) {
    return switch (channel) {
      case MAIL -> mail;
      case SLACK -> slack;
      case API -> true;
    };
  }
}
