variable "region" {
  description = "AWS region, e.g. eu-central-1."
  type        = string
}

variable "environment" {
  description = "dev, staging or prod."
  type        = string

  validation {
    condition     = contains(["dev", "staging", "prod"], var.environment)
    error_message = "environment is dev, staging or prod."
  }
}

variable "state_bucket" {
  description = "Where the stacks' states are, whose outputs are read."
  type        = string
}

variable "images" {
  description = "Images of the backend, of the proxy beside the API, and of the collector beside each; with a version or a digest."
  type        = object({ backend = string, proxy = string, collector = string })

  validation {
    condition     = alltrue([for image in values(var.images) : can(regex("(:[^:/@]+|@sha256:[0-9a-f]{64})$", image)) && !endswith(image, ":latest")])
    error_message = "An image is named with a version or a digest, and not with latest."
  }
}

variable "services" {
  description = "For each role its tasks' CPU units and MiB, and how many there are at least and at most."
  type = object({
    api     = object({ cpu = number, memory = number, min = number, max = number })
    worker  = object({ cpu = number, memory = number, min = number, max = number })
    webhook = object({ cpu = number, memory = number, min = number, max = number })
    sealer  = object({ cpu = number, memory = number, min = number, max = number })
  })

  validation {
    condition     = var.services.worker.min >= 1 && var.services.worker.max <= 200
    error_message = "There are 1 to 200 workers."
  }
}

variable "queue_delay_seconds" {
  description = "How long a due run may wait before workers are added."
  type        = number
  default     = 2

  validation {
    condition     = var.queue_delay_seconds > 0
    error_message = "queue_delay_seconds is above 0."
  }
}

variable "traces_share" {
  description = "Which share of all traces X-Ray gets, 0 to 1."
  type        = number
  default     = 0

  validation {
    condition     = var.traces_share >= 0 && var.traces_share <= 1
    error_message = "traces_share is 0 to 1."
  }
}

variable "laboratory" {
  description = "Whether the API also has the simulated platforms."
  type        = bool
  default     = false
}

variable "mail" {
  description = "The mail server, by STARTTLS, and the sender's address; user and password are in the secret `mail`."
  type        = object({ host = string, port = number, from = string })
}

variable "stripe" {
  description = "Stripe's price and meter, whose keys are in the secret `stripe`; null: nothing is paid online."
  type        = object({ price = string, meter = string })
  default     = null
}

variable "settings" {
  description = "Further settings of the backend, by variable, e.g. GANGLION_BILLING_ISSUER_NAME."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for name in keys(var.settings) : can(regex("^(GANGLION|QUARKUS)_[A-Z0-9_]+$", name))])
    error_message = "Settings are named GANGLION_… or QUARKUS_…"
  }
}

variable "log_days" {
  description = "How long logs are kept."
  type        = number
  default     = 30
}
