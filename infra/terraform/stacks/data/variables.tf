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

variable "postgres" {
  description = "Version of Aurora PostgreSQL: 18 is what the tests run on. How small and how large instances get (ACU), how many there are, and for how many days any second can be restored."
  type = object({
    version      = string
    min_capacity = number
    max_capacity = number
    instances    = number
    backup_days  = number
  })

  validation {
    condition     = tonumber(split(".", var.postgres.version)[0]) >= 18
    error_message = "PostgreSQL is at least 18."
  }

  validation {
    condition     = var.postgres.min_capacity >= 0.5 && var.postgres.max_capacity >= var.postgres.min_capacity && var.postgres.max_capacity <= 256
    error_message = "Capacities lie between 0.5 and 256 ACU."
  }

  validation {
    condition     = var.postgres.instances >= 1 && var.postgres.instances <= 15
    error_message = "There are 1 to 15 instances; the second is what fail-over needs."
  }

  validation {
    condition     = var.postgres.backup_days >= 7 && var.postgres.backup_days <= 35
    error_message = "Backups are kept 7 to 35 days."
  }
}

variable "valkey" {
  description = "Size of a node, and how many there are: a second in another zone takes over by itself."
  type        = object({ node_type = string, nodes = number })

  validation {
    condition     = var.valkey.nodes >= 1 && var.valkey.nodes <= 6
    error_message = "There are 1 to 6 nodes."
  }
}

variable "protect" {
  description = "Whether databases are protected from deletion, and leave a last snapshot."
  type        = bool
  default     = true
}

variable "archive" {
  description = "For how many days what is archived can't be deleted, and by nobody at all (COMPLIANCE) or by nobody without a right of its own (GOVERNANCE)."
  type        = object({ days = number, mode = string })
  default     = { days = 3650, mode = "GOVERNANCE" }
}

variable "backup_copy_vault_arn" {
  description = "A backup vault in another region or account that daily backups are copied to; null: none."
  type        = string
  default     = null
}

variable "vault_users" {
  description = "Names of the task roles that may use the vault's master key: those of the services api, worker, sealer and webhook."
  type        = list(string)
  default     = ["api", "worker", "sealer", "webhook"]
}
