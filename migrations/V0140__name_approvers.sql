-- Who may decide an approval: roles, verified e-mail addresses, and identifiers of people and API keys. Null: whoever may decide
-- approvals at all.
ALTER TABLE approval ADD COLUMN approvers json;
ALTER TABLE approval ADD CONSTRAINT approval_approvers CHECK (approvers IS NULL OR json_typeof(approvers) = 'array');
COMMENT ON COLUMN approval.approvers IS
  'array of texts: a role, an e-mail address in lower case, per_… or key_…; null: nobody is named';
COMMENT ON COLUMN agent.policy IS
  '{"irreversible": "allow" | "approve" | "deny", "actions": ["x.*"] or null for any, "approvers": [who alone approves], left out where nobody is named}';
