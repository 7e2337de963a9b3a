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

variable "alarm_addresses" {
  description = "E-mail addresses that alarms are sent to; each has to confirm."
  type        = list(string)

  validation {
    condition     = alltrue([for address in var.alarm_addresses : can(regex("^[^@ ]+@[^@ ]+$", address))])
    error_message = "alarm_addresses are e-mail addresses."
  }
}

variable "grafana" {
  description = "Whether there is a workspace of Amazon Managed Grafana; people sign in by IAM Identity Center."
  type        = bool
  default     = true
}

variable "services" {
  description = "For each service how many tasks at least are to run, which an alarm goes by."
  type        = map(number)

  validation {
    condition     = alltrue([for name in ["api", "worker", "webhook", "sealer", "keycloak"] : contains(keys(var.services), name)])
    error_message = "services names api, worker, webhook, sealer and keycloak."
  }
}
