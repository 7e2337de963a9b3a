region          = "eu-central-1"
environment     = "dev"
state_bucket    = "ganglion-dev-states"
alarm_addresses = ["operators@example.com"]
grafana         = false
services        = { api = 1, worker = 1, webhook = 1, sealer = 1, keycloak = 1 }
