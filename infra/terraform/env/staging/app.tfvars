region       = "eu-central-1"
environment  = "staging"
state_bucket = "ganglion-staging-states"
laboratory   = true
mail         = { host = "email-smtp.eu-central-1.amazonaws.com", port = 587, from = "no-reply@example.com" }
log_days     = 30

queue_delay_seconds = 2

images = {
  backend   = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ganglion-staging/backend:0.1.0"
  proxy     = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ganglion-staging/proxy:0.1.0"
  collector = "docker.io/otel/opentelemetry-collector-contrib:0.159.0"
}

services = {
  api     = { cpu = 1024, memory = 2048, min = 2, max = 4 }
  worker  = { cpu = 1024, memory = 4096, min = 2, max = 8 }
  webhook = { cpu = 512, memory = 2048, min = 2, max = 4 }
  sealer  = { cpu = 512, memory = 2048, min = 1, max = 1 }
}
