package io.ganglion.member;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of tenants' people. */
@ConfigMapping(prefix = "ganglion.member")
interface MemberConfig {
  /** How long an invitation can be accepted after it was sent. */
  @WithDefault("P7D")
  Duration invitationLife();

  /** Open invitations of one tenant: whoever signs up can't use the platform to mail the world. */
  @WithDefault("50")
  int openInvitations();

  /** Invitations that one tenant may make within 24 hours, those that were taken back included. */
  @WithDefault("200")
  int invitationsADay();

  /** Of these, to one address: nobody's mailbox is flooded. */
  @WithDefault("3")
  int invitationsToAddressADay();

  /** How long after an invitation's mail the next one of it may be sent. */
  @WithDefault("10m")
  Duration resendPause();

  /** How many tenants one person may own. */
  @WithDefault("10")
  int ownedTenants();
}
