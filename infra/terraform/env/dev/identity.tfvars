region       = "eu-central-1"
environment  = "dev"
state_bucket = "ganglion-dev-states"
tasks        = { min = 1, max = 1 }
mail         = { host = "relay.internal.example.com", port = 25, from = "no-reply@example.com" }

images = {
  keycloak = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ganglion-dev/keycloak:0.1.0"
  proxy    = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ganglion-dev/proxy:0.1.0"
  database = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ganglion-dev/database:0.1.0"
}
