variable "name" {
  description = "Of the alias, without `alias/`."
  type        = string
}

variable "description" {
  description = "What the key protects."
  type        = string
}

variable "account_id" {
  description = "The account that administers it."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "An account's id has 12 digits."
  }
}

variable "administer_only" {
  description = "Whether the account may administer the key and not use it; then user_role_arns alone may."
  type        = bool
  default     = false
}

variable "services" {
  description = "AWS services that may use it for this account, e.g. sns.amazonaws.com."
  type        = list(string)
  default     = []
}

variable "log_region" {
  description = "Region whose log groups may be encrypted by it; null: none."
  type        = string
  default     = null
}

variable "user_role_arns" {
  description = "Roles that may encrypt and decrypt by it; they may be made later."
  type        = list(string)
  default     = []
}
