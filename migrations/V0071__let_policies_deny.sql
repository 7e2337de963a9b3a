COMMENT ON COLUMN agent.policy IS '{"irreversible": "allow" | "approve" | "deny", "actions": ["x.*"] or null for any}';
