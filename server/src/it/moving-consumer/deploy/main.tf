locals {
  images = "https://ims.example.com/v1.1/images"
}
