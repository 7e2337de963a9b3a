module "keycloak" {
  source         = "../../modules/service"
  name           = "${local.name}-keycloak"
  place          = local.place
  image          = var.images.keycloak
  size           = var.size
  tasks          = var.tasks
  port           = 8081 # 8080 is the proxy's
  health_command = ["/opt/ganglion/ready", "9000", "/health/ready"]
  peer_ports     = [7800] # its tasks are one cluster, and find each other by the database
  sidecars       = [local.proxy]
  read_only      = false # Keycloak writes beside its program
  command        = ["--http-port=8081"]

  # the backend asks the administration's API here
  discovery = {
    namespace_id = local.network.namespace_id
    name         = "keycloak"
    port         = 8081
    cidr         = local.network.cidr
  }

  environment = {
    KC_HOSTNAME                 = "https://${local.network.identity_domain}"
    KC_HTTP_ENABLED             = "true" # behind the load balancer
    KC_PROXY_HEADERS            = "xforwarded"
    KC_DB_URL                   = "jdbc:postgresql://${local.data.postgres_host}:5432/keycloak?sslmode=verify-full&sslrootcert=/opt/ganglion/aws-rds.pem"
    KC_DB_USERNAME              = "keycloak"
    KC_BOOTSTRAP_ADMIN_USERNAME = "admin"
    # for the realm, which is imported once
    GANGLION_PUBLIC_URL = "https://${local.network.domain}"
    GANGLION_MAIL_HOST  = var.mail.host
    GANGLION_MAIL_PORT  = tostring(var.mail.port)
    GANGLION_MAIL_FROM  = var.mail.from
  }

  secrets = {
    KC_DB_PASSWORD              = local.data.secrets["db-keycloak"]
    KC_BOOTSTRAP_ADMIN_PASSWORD = local.data.secrets["keycloak-admin"]
    GANGLION_OIDC_SECRET        = local.data.secrets["oidc-client"]
    GANGLION_OIDC_ADMIN_SECRET  = local.data.secrets["oidc-admin"]
  }

  target = {
    group_arn         = aws_lb_target_group.this.arn
    container         = "proxy"
    port              = 8080
    security_group_id = local.network.load_balancer_security_group_id
  }

  depends_on = [aws_lb_listener_rule.people]
}

locals {
  proxy = {
    name         = "proxy"
    image        = var.images.proxy
    portMappings = [{ containerPort = 8080, protocol = "tcp" }]
    environment = [
      { name = "APP_PORT", value = "8081" },
      { name = "READY_PATH", value = "/health/ready" },
      { name = "READY_PORT", value = "9000" },
    ]
  }
}
