# Everything at rest: databases, secrets, logs, buckets, images.
module "data_key" {
  source      = "../../modules/key"
  name        = "${local.name}-data"
  description = "Ganglion ${var.environment}: data at rest"
  account_id  = local.network.account_id
  services    = ["sns.amazonaws.com", "cloudwatch.amazonaws.com", "aps.amazonaws.com"]
  log_region  = var.region
}

# The vault's master key (GANGLION_VAULT_AWS_KEY): wraps tenants' data keys, and never leaves KMS. The program's roles alone use it.
module "vault_key" {
  source          = "../../modules/key"
  name            = "${local.name}-vault"
  description     = "Ganglion ${var.environment}: master key of tenants' credentials"
  account_id      = local.network.account_id
  administer_only = true
  user_role_arns  = [for user in var.vault_users : "arn:aws:iam::${local.network.account_id}:role/${local.name}-${user}"]
}
