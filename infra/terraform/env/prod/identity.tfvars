region       = "eu-central-1"
environment  = "prod"
state_bucket = "ganglion-prod-states"
tasks        = { min = 2, max = 4 }
mail         = { host = "relay.internal.example.com", port = 25, from = "no-reply@example.com" }

images = {
  keycloak = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ganglion-prod/keycloak:0.1.0"
  proxy    = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ganglion-prod/proxy:0.1.0"
  database = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ganglion-prod/database:0.1.0"
}
