using System.Runtime.CompilerServices;

namespace VerifyTests;

/// <summary>A comparison that has yet to be made. It begins when it is awaited; until then its settings can be changed.</summary>
public sealed class SettingsTask
{
    private readonly VerifySettings settings;
    private readonly Func<VerifySettings, Task<VerifyResult>> compare;
    private Task<VerifyResult>? task;

    internal SettingsTask(VerifySettings? settings, Func<VerifySettings, Task<VerifyResult>> compare)
    {
        this.settings = new VerifySettings(settings);
        this.compare = compare;
    }

    public VerifySettings CurrentSettings => task is null ? settings : throw new InvalidOperationException("The comparison has begun.");

    public static implicit operator Task<VerifyResult>(SettingsTask settingsTask) => settingsTask.ToTask();

    public SettingsTask UseMethodName(string name)
    {
        CurrentSettings.UseMethodName(name);
        return this;
    }

    public SettingsTask UseParameters(params object?[] parameters)
    {
        CurrentSettings.UseParameters(parameters);
        return this;
    }

    public SettingsTask UseTextForParameters(string parametersText)
    {
        CurrentSettings.UseTextForParameters(parametersText);
        return this;
    }

    public SettingsTask DisableDiff()
    {
        CurrentSettings.DisableDiff();
        return this;
    }

    public Task<VerifyResult> ToTask() => task ??= compare(settings);

    public TaskAwaiter<VerifyResult> GetAwaiter() => ToTask().GetAwaiter();
}
