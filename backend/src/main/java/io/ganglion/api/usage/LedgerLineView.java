package io.ganglion.api.usage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One line of the exported ledger, for the document alone: lines are sent as they were sealed. */
@Schema(
    name = "LedgerLine",
    description =
        "A line of the hold ledger; which members it has beside these depends on its kind")
public record LedgerLineView(
    @Schema(examples = "ten_01h2xcejqtf2nbrexx3vqjhp41") String tenant,
    @Schema(description = "From 1, without a gap", examples = "1042") long seq,
    @Schema(description = "hold, capacity, plan or credit", examples = "hold") String kind,
    @Schema(
            description = "The hash of the line before; 64 zeros for the first",
            examples = "9f2b5c0d4e6a718293a4b5c6d7e8f9010a1b2c3d4e5f60718293a4b5c6d7e8f9")
        String prevHash,
    @Schema(
            description =
                "SHA-256 over the 32 bytes of prev_hash and the line's canonical JSON (RFC 8785) without hash",
            examples = "1b6453892473a467d07372d45eb05abc2031647a1b6453892473a467d07372d4")
        String hash) {}
