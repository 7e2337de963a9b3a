package io.ganglion.kernel;

import java.util.UUID;

/**
 * An entity's public identifier: a TypeID, i.e. a short prefix, an underscore and a UUIDv7 in
 * Crockford base32.
 *
 * @see <a href="https://github.com/jetify-com/typeid/tree/main/spec">the TypeID specification
 *     0.3</a>
 */
public sealed interface Id
    permits TenantId,
        ApiKeyId,
        AgentId,
        ConnectionId,
        SystemId,
        WorkflowId,
        RunId,
        EffectId,
        ApprovalId,
        HoldId,
        IncidentId,
        PersonId,
        InvitationId,
        InvoiceId,
        LinkId,
        RotationId,
        EndpointId,
        MessageId,
        SourceId,
        TriggerId,
        TrialId,
        ContestId {
  UUID uuid();
}
