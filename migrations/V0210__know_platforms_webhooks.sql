-- Sources of platforms whose requests are checked, read and answered in the platform's own way.
ALTER TABLE webhook_source DROP CONSTRAINT webhook_source_verification;
ALTER TABLE webhook_source ADD CONSTRAINT webhook_source_verification
  CHECK (verification IN ('token', 'standard', 'hmac', 'telegram', 'slack', 'discord', 'x', 'stripe'));
