package io.ganglion.mail;

/** A mail to a person: plain text. */
public record Mail(String to, String subject, String text) {}
