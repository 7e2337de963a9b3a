variable "name" {
  description = "The bucket's name, unique in the world."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.name))
    error_message = "A bucket's name has 3 to 63 small letters, digits and hyphens."
  }
}

variable "kms_key_arn" {
  description = "Key that objects are encrypted by; null: Amazon's own, which is all that load balancers can log to."
  type        = string
  default     = null
}

variable "lock_days" {
  description = "How long an object can't be deleted or changed; null: no lock. Can't be taken back."
  type        = number
  default     = null

  validation {
    condition     = var.lock_days == null ? true : var.lock_days >= 1
    error_message = "lock_days is at least 1, or null."
  }
}

variable "lock_mode" {
  description = "GOVERNANCE: who has a right of its own may; COMPLIANCE: nobody."
  type        = string
  default     = "GOVERNANCE"

  validation {
    condition     = contains(["GOVERNANCE", "COMPLIANCE"], var.lock_mode)
    error_message = "lock_mode is GOVERNANCE or COMPLIANCE."
  }
}

variable "expire_days" {
  description = "How long objects are kept; null: for good."
  type        = number
  default     = null
}

variable "policy_json" {
  description = "Statements beside the one that demands TLS."
  type        = string
  default     = null
}
