terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }

  # told at `terraform init`, by env/<environment>/backend.hcl
  backend "s3" {}
}

provider "aws" {
  region = var.region

  default_tags {
    tags = { project = "ganglion", environment = var.environment, stack = "identity" }
  }
}

data "terraform_remote_state" "network" {
  backend = "s3"
  config  = { bucket = var.state_bucket, region = var.region, key = "${var.environment}/network.tfstate" }
}

data "terraform_remote_state" "data" {
  backend = "s3"
  config  = { bucket = var.state_bucket, region = var.region, key = "${var.environment}/data.tfstate" }
}

locals {
  name    = "ganglion-${var.environment}"
  network = data.terraform_remote_state.network.outputs.network
  data    = data.terraform_remote_state.data.outputs.data

  place = {
    region       = var.region
    cluster_name = local.network.cluster_name
    cluster_arn  = local.network.cluster_arn
    vpc_id       = local.network.vpc_id
    subnet_ids   = local.network.private_subnet_ids
    kms_key_arn  = local.data.data_key_arn
  }
}
