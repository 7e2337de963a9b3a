package io.ganglion.approval;

import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.RunId;
import java.util.Optional;

/** Which approvals a list shows; empty narrows nothing. */
public record ApprovalFilter(
    Optional<ApprovalState> state, Optional<RunId> run, Optional<AgentId> agent) {}
