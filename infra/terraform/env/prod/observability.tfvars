region          = "eu-central-1"
environment     = "prod"
state_bucket    = "ganglion-prod-states"
alarm_addresses = ["operators@example.com"]
grafana         = true
services        = { api = 3, worker = 3, webhook = 2, sealer = 2, keycloak = 2 }
