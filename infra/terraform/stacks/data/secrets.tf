locals {
  # Terraform makes the places and ../../fill-secrets what is in them, so that no state has it; redis-url aside, of which Valkey's password is
  # a part that Terraform has to set.
  secrets = {
    "db-owner"       = "password of ganglion_owner, which migrates"
    "db-app"         = "password of ganglion_app"
    "db-engine"      = "password of ganglion_engine"
    "db-keycloak"    = "password of Keycloak's role"
    "redis-url"      = "address of Valkey, with its password"
    "session"        = "encrypts session cookies"
    "operator"       = "bearer token of the operator"
    "oidc-client"    = "Keycloak's client ganglion-web"
    "oidc-admin"     = "Keycloak's client ganglion-backend"
    "keycloak-admin" = "Keycloak's first administrator"
    "mail"           = "JSON: user and password at the mail server; by hand"
    "stripe"         = "JSON: secret_key and webhook_secret; by hand"
  }
}

resource "aws_secretsmanager_secret" "this" {
  for_each                = local.secrets
  name                    = "${local.name}/${each.key}"
  description             = each.value
  kms_key_id              = module.data_key.arn
  recovery_window_in_days = var.environment == "dev" ? 0 : 30
}
