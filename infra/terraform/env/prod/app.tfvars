region       = "eu-central-1"
environment  = "prod"
state_bucket = "ganglion-prod-states"
laboratory   = false
mail         = { host = "email-smtp.eu-central-1.amazonaws.com", port = 587, from = "no-reply@example.com" }
log_days     = 90

queue_delay_seconds = 2

images = {
  backend   = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ganglion-prod/backend:0.1.0"
  proxy     = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ganglion-prod/proxy:0.1.0"
  collector = "docker.io/otel/opentelemetry-collector-contrib:0.159.0"
}

services = {
  api     = { cpu = 2048, memory = 4096, min = 3, max = 12 }
  worker  = { cpu = 2048, memory = 8192, min = 3, max = 40 }
  webhook = { cpu = 1024, memory = 2048, min = 2, max = 10 }
  sealer  = { cpu = 1024, memory = 4096, min = 2, max = 2 }
}
