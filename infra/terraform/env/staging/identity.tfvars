region       = "eu-central-1"
environment  = "staging"
state_bucket = "ganglion-staging-states"
tasks        = { min = 2, max = 2 }
mail         = { host = "relay.internal.example.com", port = 25, from = "no-reply@example.com" }

images = {
  keycloak = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ganglion-staging/keycloak:0.1.0"
  proxy    = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ganglion-staging/proxy:0.1.0"
  database = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ganglion-staging/database:0.1.0"
}
