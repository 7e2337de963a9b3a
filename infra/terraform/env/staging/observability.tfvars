region          = "eu-central-1"
environment     = "staging"
state_bucket    = "ganglion-staging-states"
alarm_addresses = ["operators@example.com"]
grafana         = false
services        = { api = 2, worker = 2, webhook = 2, sealer = 1, keycloak = 2 }
