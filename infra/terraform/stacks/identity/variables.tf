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
  description = "Images of Keycloak, of the proxy beside it, and of what makes the databases; with a version or a digest."
  type        = object({ keycloak = string, proxy = string, database = string })

  validation {
    condition     = alltrue([for image in values(var.images) : can(regex("(:[^:/@]+|@sha256:[0-9a-f]{64})$", image)) && !endswith(image, ":latest")])
    error_message = "An image is named with a version or a digest, and not with latest."
  }
}

variable "size" {
  description = "CPU units and MiB of a task."
  type        = object({ cpu = number, memory = number })
  default     = { cpu = 1024, memory = 2048 }
}

variable "tasks" {
  description = "How many there are at least and at most."
  type        = object({ min = number, max = number })
}

variable "console_networks" {
  description = "Networks that may reach Keycloak's administration from outside; empty: none."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for network in var.console_networks : can(cidrhost(network, 0))]) && length(var.console_networks) <= 3
    error_message = "console_networks are at most three CIDRs, e.g. 203.0.113.0/24."
  }
}

variable "mail" {
  description = "A relay in the VPC that takes Keycloak's mails without a password, and the sender's address. A realm that is there already keeps its own."
  type        = object({ host = string, port = number, from = string })
}
