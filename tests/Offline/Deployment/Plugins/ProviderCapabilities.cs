namespace PartnerTrust.Deployment.Plugins;

internal sealed record ProviderCapabilities(bool Secrets, bool References, bool Outputs, bool Preview);
