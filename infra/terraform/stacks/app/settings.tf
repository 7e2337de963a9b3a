locals {
  # What every process is told. infra/container/README.md says what it needs.
  environment = merge({
    GANGLION_DB_URL            = "jdbc:postgresql://${local.data.postgres_host}:5432/ganglion?sslmode=verify-full&sslrootcert=/opt/ganglion/aws-rds.pem&tcpKeepAlive=true"
    GANGLION_VAULT_AWS_KEY     = local.data.vault_key_arn
    GANGLION_PUBLIC_URL        = "https://${local.network.domain}"
    GANGLION_OIDC_URL          = local.identity.issuer
    GANGLION_OIDC_CLIENT       = "ganglion-web"
    GANGLION_OIDC_ADMIN_URL    = local.identity.administration
    GANGLION_OIDC_ADMIN_CLIENT = "ganglion-backend"
    GANGLION_TRACES_DISABLED   = tostring(var.traces_share == 0)
    GANGLION_TRACES_SHARE      = tostring(var.traces_share)
    GANGLION_MAIL_HOST         = var.mail.host
    GANGLION_MAIL_PORT         = tostring(var.mail.port)
    GANGLION_MAIL_FROM         = var.mail.from
    GANGLION_MAIL_OWN_HOST     = local.network.domain
    AWS_REGION                 = var.region
    }, var.laboratory ? {
    GANGLION_LAB_URL = "https://${local.network.domain}/lab"
    } : {}, var.stripe == null ? {} : {
    GANGLION_STRIPE_PRICE = var.stripe.price
    GANGLION_STRIPE_METER = var.stripe.meter
  }, var.settings)

  secrets = merge({
    GANGLION_DB_OWNER_PASSWORD  = local.data.secrets["db-owner"]
    GANGLION_DB_APP_PASSWORD    = local.data.secrets["db-app"]
    GANGLION_DB_ENGINE_PASSWORD = local.data.secrets["db-engine"]
    GANGLION_REDIS_URL          = local.data.secrets["redis-url"]
    GANGLION_SESSION_SECRET     = local.data.secrets["session"]
    GANGLION_OPERATOR_TOKEN     = local.data.secrets["operator"]
    GANGLION_OIDC_SECRET        = local.data.secrets["oidc-client"]
    GANGLION_OIDC_ADMIN_SECRET  = local.data.secrets["oidc-admin"]
    GANGLION_MAIL_USER          = "${local.data.secrets["mail"]}:user::"
    GANGLION_MAIL_PASSWORD      = "${local.data.secrets["mail"]}:password::"
    }, var.stripe == null ? {} : {
    GANGLION_STRIPE_SECRET_KEY     = "${local.data.secrets["stripe"]}:secret_key::"
    GANGLION_STRIPE_WEBHOOK_SECRET = "${local.data.secrets["stripe"]}:webhook_secret::"
  })

  ready = ["/opt/ganglion/ready", "7600", "/q/health/ready"]
}
