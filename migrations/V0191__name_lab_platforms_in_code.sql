-- Which platforms are simulated the program knows; a list here would need a migration for each.
ALTER TABLE lab_account
  DROP CONSTRAINT lab_account_platform,
  ADD CONSTRAINT lab_account_platform CHECK (platform ~ '^[a-z][a-z0-9]{0,31}$');
