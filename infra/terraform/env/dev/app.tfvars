region       = "eu-central-1"
environment  = "dev"
state_bucket = "ganglion-dev-states"
laboratory   = true
mail         = { host = "email-smtp.eu-central-1.amazonaws.com", port = 587, from = "no-reply@example.com" }
log_days     = 14

queue_delay_seconds = 5

images = {
  backend   = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ganglion-dev/backend:0.1.0"
  proxy     = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ganglion-dev/proxy:0.1.0"
  collector = "docker.io/otel/opentelemetry-collector-contrib:0.159.0"
}

services = {
  api     = { cpu = 512, memory = 2048, min = 1, max = 2 }
  worker  = { cpu = 512, memory = 2048, min = 1, max = 2 }
  webhook = { cpu = 512, memory = 1024, min = 1, max = 1 }
  sealer  = { cpu = 512, memory = 1024, min = 1, max = 1 }
}
